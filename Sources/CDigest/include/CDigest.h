#pragma once
#include <stddef.h>
#include <stdint.h>

/// Writes the SHA-256 of `count` bytes to `digest`, which holds 32 bytes: by the processor where it has instructions for
/// it, and by libmd where not, which takes five times as long.
void sitboard_sha256(const uint8_t *bytes, size_t count, uint8_t *digest);

/// The same, by libmd whatever the processor has: what the other is held to.
void sitboard_sha256_libmd(const uint8_t *bytes, size_t count, uint8_t *digest);

#pragma once
#include <stddef.h>
#include <stdint.h>

/// Writes the SHA-256 of `count` bytes to `digest`, which holds 32 bytes. Made by libmd.
void sitboard_sha256(const uint8_t *bytes, size_t count, uint8_t *digest);

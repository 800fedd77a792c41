#pragma once
#include <stddef.h>

/// A file of the repository that is part of the program.
struct sitboard_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The dispatches of the built-in incident, in the order of their names.
extern const struct sitboard_file sitboard_seeds[];
extern const size_t sitboard_seed_count;

/// What the reader makes of the dispatches, so that opening them reads nothing: `sitboard built-in-claims` writes it.
extern const struct sitboard_file sitboard_claims;

/// The reader's word lists.
extern const struct sitboard_file sitboard_lexicon[];
extern const size_t sitboard_lexicon_count;

/// What the cues of the reader's decisions weigh.
extern const struct sitboard_file sitboard_weights;

/// Arrays of unknown length do not import into Swift; these do. An index is below the count.
static inline struct sitboard_file sitboard_seed_at(size_t index) { return sitboard_seeds[index]; }
static inline struct sitboard_file sitboard_lexicon_at(size_t index) { return sitboard_lexicon[index]; }

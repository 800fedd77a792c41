#include "BuiltIn.h"

const struct sitboard_file sitboard_lexicon[] = {};
const size_t sitboard_lexicon_count = 0;

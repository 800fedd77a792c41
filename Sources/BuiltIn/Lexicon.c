#include "BuiltIn.h"

static const unsigned char common[] = {
#embed "../ArticleReader/Lexicon/common.txt"
};
static const unsigned char weighing[] = {
#embed "../ArticleReader/Lexicon/weighing.txt"
};
static const unsigned char grammar[] = {
#embed "../ArticleReader/Lexicon/grammar.txt"
};
static const unsigned char matters[] = {
#embed "../ArticleReader/Lexicon/matters.txt"
};
static const unsigned char numbers[] = {
#embed "../ArticleReader/Lexicon/numbers.txt"
};
static const unsigned char people[] = {
#embed "../ArticleReader/Lexicon/people.txt"
};
static const unsigned char persons[] = {
#embed "../ArticleReader/Lexicon/persons.txt"
};
static const unsigned char scene[] = {
#embed "../ArticleReader/Lexicon/scene.txt"
};
static const unsigned char speakers[] = {
#embed "../ArticleReader/Lexicon/speakers.txt"
};
static const unsigned char statements[] = {
#embed "../ArticleReader/Lexicon/statements.txt"
};
static const unsigned char statuses[] = {
#embed "../ArticleReader/Lexicon/statuses.txt"
};
static const unsigned char times[] = {
#embed "../ArticleReader/Lexicon/times.txt"
};
static const unsigned char verbs[] = {
#embed "../ArticleReader/Lexicon/verbs.txt"
};

const struct sitboard_file sitboard_lexicon[] = {
  {"common.txt", common, sizeof common},
  {"grammar.txt", grammar, sizeof grammar},
  {"matters.txt", matters, sizeof matters},
  {"numbers.txt", numbers, sizeof numbers},
  {"people.txt", people, sizeof people},
  {"persons.txt", persons, sizeof persons},
  {"scene.txt", scene, sizeof scene},
  {"speakers.txt", speakers, sizeof speakers},
  {"statements.txt", statements, sizeof statements},
  {"statuses.txt", statuses, sizeof statuses},
  {"times.txt", times, sizeof times},
  {"verbs.txt", verbs, sizeof verbs},
  {"weighing.txt", weighing, sizeof weighing},
};
const size_t sitboard_lexicon_count = sizeof sitboard_lexicon / sizeof sitboard_lexicon[0];

static const unsigned char weights[] = {
#embed "../ArticleReader/Decisions/weights.txt"
};
const struct sitboard_file sitboard_weights = {"weights.txt", weights, sizeof weights};

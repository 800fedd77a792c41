#include "BuiltIn.h"

static const unsigned char seed_01[] = {
#embed "../../seeds/01-train-stopped-at-tunnel.txt"
};
static const unsigned char seed_02[] = {
#embed "../../seeds/02-group-claims-attack.txt"
};
static const unsigned char seed_03[] = {
#embed "../../seeds/03-hostages-and-first-rescued.txt"
};
static const unsigned char seed_04[] = {
#embed "../../seeds/04-deadline-for-prisoners.txt"
};
static const unsigned char seed_05[] = {
#embed "../../seeds/05-rescued-pass-one-hundred.txt"
};
static const unsigned char seed_06[] = {
#embed "../../seeds/06-railway-reports-ten-dead.txt"
};
static const unsigned char seed_07[] = {
#embed "../../seeds/07-rescued-reach-quetta.txt"
};
static const unsigned char seed_08[] = {
#embed "../../seeds/08-second-day-of-operation.txt"
};
static const unsigned char seed_09[] = {
#embed "../../seeds/09-vests-among-hostages.txt"
};
static const unsigned char seed_10[] = {
#embed "../../seeds/10-tunnel-surrounded.txt"
};
static const unsigned char seed_11[] = {
#embed "../../seeds/11-midday-count.txt"
};
static const unsigned char seed_12[] = {
#embed "../../seeds/12-coffins-by-train.txt"
};
static const unsigned char seed_13[] = {
#embed "../../seeds/13-fifty-hostages-claim.txt"
};
static const unsigned char seed_14[] = {
#embed "../../seeds/14-operation-declared-over.txt"
};
static const unsigned char seed_15[] = {
#embed "../../seeds/15-more-than-300-freed.txt"
};
static const unsigned char seed_16[] = {
#embed "../../seeds/16-bodies-taken-to-mach.txt"
};
static const unsigned char seed_17[] = {
#embed "../../seeds/17-chief-minister-on-freed.txt"
};
static const unsigned char seed_18[] = {
#embed "../../seeds/18-toll-raised-to-31.txt"
};
static const unsigned char seed_19[] = {
#embed "../../seeds/19-rival-accounts-of-214.txt"
};

const struct sitboard_file sitboard_seeds[] = {
  {"01-train-stopped-at-tunnel.txt", seed_01, sizeof seed_01},
  {"02-group-claims-attack.txt", seed_02, sizeof seed_02},
  {"03-hostages-and-first-rescued.txt", seed_03, sizeof seed_03},
  {"04-deadline-for-prisoners.txt", seed_04, sizeof seed_04},
  {"05-rescued-pass-one-hundred.txt", seed_05, sizeof seed_05},
  {"06-railway-reports-ten-dead.txt", seed_06, sizeof seed_06},
  {"07-rescued-reach-quetta.txt", seed_07, sizeof seed_07},
  {"08-second-day-of-operation.txt", seed_08, sizeof seed_08},
  {"09-vests-among-hostages.txt", seed_09, sizeof seed_09},
  {"10-tunnel-surrounded.txt", seed_10, sizeof seed_10},
  {"11-midday-count.txt", seed_11, sizeof seed_11},
  {"12-coffins-by-train.txt", seed_12, sizeof seed_12},
  {"13-fifty-hostages-claim.txt", seed_13, sizeof seed_13},
  {"14-operation-declared-over.txt", seed_14, sizeof seed_14},
  {"15-more-than-300-freed.txt", seed_15, sizeof seed_15},
  {"16-bodies-taken-to-mach.txt", seed_16, sizeof seed_16},
  {"17-chief-minister-on-freed.txt", seed_17, sizeof seed_17},
  {"18-toll-raised-to-31.txt", seed_18, sizeof seed_18},
  {"19-rival-accounts-of-214.txt", seed_19, sizeof seed_19},
};
const size_t sitboard_seed_count = sizeof sitboard_seeds / sizeof sitboard_seeds[0];

static const unsigned char claims[] = {
#embed "claims.packed"
};
const struct sitboard_file sitboard_claims = {"claims.packed", claims, sizeof claims};

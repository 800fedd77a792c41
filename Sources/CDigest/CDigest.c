#include "CDigest.h"

#include <sha256.h>

static void by_libmd(const uint8_t *bytes, size_t count, uint8_t *digest) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, bytes, count);
  SHA256Final(digest, &context);
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

// What FIPS 180-4 begins with, and adds in each round.
static const uint32_t beginning[8] = {
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};
static const uint32_t constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

// Takes whole blocks of 64 bytes in. The processor's own rounds hold a state as ABEF and CDGH.
__attribute__((target("sha,sse4.1,ssse3"))) static void take(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i words[4];
    for (int four = 0; four < 4; four++)
      words[four] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * four)), big_endian);
    for (int four = 0; four < 16; four++) {
      __m128i *next = &words[four & 3];
      const __m128i last = words[(four + 3) & 3];
      if (four >= 4) {
        __m128i sum = _mm_sha256msg1_epu32(*next, words[(four + 1) & 3]);
        sum = _mm_add_epi32(sum, _mm_alignr_epi8(last, words[(four + 2) & 3], 4));
        *next = _mm_sha256msg2_epu32(sum, last);
      }
      __m128i added = _mm_add_epi32(*next, _mm_loadu_si128((const __m128i *)(constants + 4 * four)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  const __m128i feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

static void by_processor(const uint8_t *bytes, size_t count, uint8_t *digest) {
  uint32_t state[8];
  memcpy(state, beginning, sizeof state);
  take(state, bytes, count / 64);
  // What is left, a bit that ends it, and how many bits there were.
  uint8_t end[128] = {0};
  const size_t left = count % 64, size = left < 56 ? 64 : 128;
  if (left > 0) memcpy(end, bytes + (count - left), left);
  end[left] = 0x80;
  for (int byte = 0; byte < 8; byte++) end[size - 1 - byte] = (uint8_t)((uint64_t)count * 8 >> (8 * byte));
  take(state, end, size / 64);
  for (int byte = 0; byte < 32; byte++) digest[byte] = (uint8_t)(state[byte / 4] >> (24 - 8 * (byte % 4)));
}

// Whether the processor has rounds of SHA-256; asked once, since a virtual machine takes its time to answer.
static bool has_rounds(void) {
  static _Atomic int known = 0;
  int answer = atomic_load_explicit(&known, memory_order_relaxed);
  if (answer == 0) {
    unsigned a, b, c, d;
    bool has_them = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSSE3) && (c & bit_SSE4_1);
    has_them = has_them && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
    answer = has_them ? 1 : 2;
    atomic_store_explicit(&known, answer, memory_order_relaxed);
  }
  return answer == 1;
}
#endif

void sitboard_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
#if defined(__x86_64__)
  if (has_rounds()) return by_processor(bytes, count, digest);
#endif
  by_libmd(bytes, count, digest);
}

void sitboard_sha256_libmd(const uint8_t *bytes, size_t count, uint8_t *digest) { by_libmd(bytes, count, digest); }

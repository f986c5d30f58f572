#include "libauction/base/check.h"
#include "libauction/base/sha256_internal.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>

namespace auction {
namespace {

bool cpu_says() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSE4_1) == 0 || (c & bit_SSSE3) == 0) {
    return false;
  }
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

__m128i load(const void* from) { return _mm_loadu_si128(static_cast<const __m128i*>(from)); }
void store(void* to, __m128i words) { _mm_storeu_si128(static_cast<__m128i*>(to), words); }

}  // namespace

bool has_sha_instructions() {
  static const bool has = cpu_says();
  return has;
}

// The instructions keep the state as (a b e f) and (c d g h), and do two rounds at a time.
__attribute__((target("sha,sse4.1,ssse3"))) void compress_by_instructions(
    Sha256State& state, const std::uint8_t* block) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  const __m128i badc = _mm_shuffle_epi32(load(state.data()), 0xB1);
  const __m128i hgfe = _mm_shuffle_epi32(load(state.data() + 4), 0x1B);
  __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xF0);
  const __m128i abef_before = abef;
  const __m128i cdgh_before = cdgh;

  __m128i w[4];
  for (int i = 0; i < 4; ++i) w[i] = _mm_shuffle_epi8(load(block + 16 * i), big_endian);
  for (int i = 0; i < 16; ++i) {
    const __m128i last = w[(i + 3) % 4];
    const __m128i rounds = _mm_add_epi32(w[i % 4], load(kSha256Rounds.data() + 4 * i));
    cdgh = _mm_sha256rnds2_epu32(cdgh, abef, rounds);
    abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(rounds, 0x0E));
    const __m128i older = _mm_sha256msg1_epu32(w[i % 4], w[(i + 1) % 4]);
    const __m128i seven_back = _mm_alignr_epi8(last, w[(i + 2) % 4], 4);
    w[i % 4] = _mm_sha256msg2_epu32(_mm_add_epi32(older, seven_back), last);
  }

  const __m128i feba = _mm_shuffle_epi32(_mm_add_epi32(abef, abef_before), 0x1B);
  const __m128i dchg = _mm_shuffle_epi32(_mm_add_epi32(cdgh, cdgh_before), 0xB1);
  store(state.data(), _mm_blend_epi16(feba, dchg, 0xF0));
  store(state.data() + 4, _mm_alignr_epi8(dchg, feba, 8));
}

}  // namespace auction

#else

namespace auction {

bool has_sha_instructions() { return false; }

void compress_by_instructions(Sha256State&, const std::uint8_t*) {
  AUCTION_CHECK(false, "this processor has no SHA instructions");
}

}  // namespace auction

#endif

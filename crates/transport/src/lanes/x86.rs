//! The searches' questions in AVX-512 and AVX2.
use super::{Asker, Block, Boxes, Kinds, Lane, Lanes, Marks};
use std::arch::x86_64::{
    __m256, __m256i, __m512, __m512i, __mmask16, _CMP_GE_OQ, _CMP_LE_OQ, _mm256_add_ps, _mm256_and_ps, _mm256_and_si256, _mm256_andnot_ps,
    _mm256_andnot_si256, _mm256_castsi256_ps, _mm256_cmp_ps, _mm256_cmpeq_epi32, _mm256_cmpgt_epi32, _mm256_loadu_ps, _mm256_loadu_si256,
    _mm256_min_ps, _mm256_movemask_ps, _mm256_mul_ps, _mm256_or_si256, _mm256_set1_epi32, _mm256_set1_ps, _mm256_setzero_ps,
    _mm256_setzero_si256, _mm256_sub_ps, _mm512_add_ps, _mm512_loadu_ps, _mm512_loadu_si512, _mm512_mask_cmp_ps_mask,
    _mm512_mask_cmpge_epi32_mask, _mm512_mask_testn_epi32_mask, _mm512_min_ps, _mm512_mul_ps, _mm512_set1_epi32, _mm512_set1_ps,
    _mm512_setzero_ps, _mm512_sub_ps, _mm512_test_epi32_mask,
};

#[expect(unsafe_code, reason = "a vector function may be called where its instructions were found")]
pub fn lanes<const DATED: bool>() -> Option<Lanes> {
    if is_x86_feature_detected!("avx512f") {
        // SAFETY: the processor has AVX-512F.
        return Some(Lanes { boxes: |b, a| unsafe { boxes_512::<DATED>(b, a) }, block: |b, a| unsafe { block_512(b, a) } });
    }
    if is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has AVX2.
        return Some(Lanes { boxes: |b, a| unsafe { boxes_256::<DATED>(b, a) }, block: |b, a| unsafe { block_256(b, a) } });
    }
    None
}

#[inline]
#[target_feature(enable = "avx512f")]
#[expect(unsafe_code, reason = "a whole lane is read")]
fn all(lane: &Lane) -> __m512 {
    // SAFETY: a lane holds sixteen numbers.
    unsafe { _mm512_loadu_ps(lane.0.as_ptr()) }
}

#[inline]
#[target_feature(enable = "avx512f")]
#[expect(unsafe_code, reason = "whole marks are read")]
fn marks(marks: &Marks) -> __m512i {
    // SAFETY: sixteen numbers.
    unsafe { _mm512_loadu_si512(marks.0.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn fits_512(kinds: &Kinds, a: &Asker) -> __mmask16 {
    let is = _mm512_test_epi32_mask(marks(&kinds.is), _mm512_set1_epi32(a.is));
    let all = _mm512_mask_testn_epi32_mask(is, marks(&kinds.lacks), _mm512_set1_epi32(a.needs));
    _mm512_mask_cmpge_epi32_mask(all, marks(&kinds.grade), _mm512_set1_epi32(a.grade))
}

#[inline]
#[target_feature(enable = "avx512f")]
fn apart_512(place: &[Lane; 3], a: &Asker) -> __m512 {
    let dx = _mm512_sub_ps(all(&place[0]), _mm512_set1_ps(a.place[0]));
    let dy = _mm512_sub_ps(all(&place[1]), _mm512_set1_ps(a.place[1]));
    let dz = _mm512_sub_ps(all(&place[2]), _mm512_set1_ps(a.place[2]));
    _mm512_add_ps(_mm512_add_ps(_mm512_mul_ps(dx, dx), _mm512_mul_ps(dy, dy)), _mm512_mul_ps(dz, dz))
}

#[inline]
#[target_feature(enable = "avx512f")]
fn spare_512(cost: &Lane, reach: &Lane, a: &Asker) -> __m512 {
    let far = _mm512_min_ps(_mm512_set1_ps(a.reach), all(reach));
    _mm512_min_ps(_mm512_sub_ps(_mm512_set1_ps(a.limit), all(cost)), far)
}

#[inline]
#[target_feature(enable = "avx512f")]
fn open_512(some: __mmask16, from: &Lane, to: &Lane, a: &Asker) -> __mmask16 {
    let begun = _mm512_mask_cmp_ps_mask::<_CMP_LE_OQ>(some, all(from), _mm512_set1_ps(a.to));
    _mm512_mask_cmp_ps_mask::<_CMP_GE_OQ>(begun, all(to), _mm512_set1_ps(a.from))
}

#[target_feature(enable = "avx512f")]
fn boxes_512<const DATED: bool>(b: &Boxes, a: &Asker) -> u32 {
    let s = spare_512(&b.cost, &b.reach, a);
    let r = _mm512_add_ps(s, all(&b.radius));
    let some = _mm512_mask_cmp_ps_mask::<_CMP_GE_OQ>(fits_512(&b.kinds, a), s, _mm512_setzero_ps());
    let near = _mm512_mask_cmp_ps_mask::<_CMP_LE_OQ>(some, apart_512(&b.place, a), _mm512_mul_ps(r, r));
    u32::from(if DATED { open_512(near, &b.from, &b.to, a) } else { near })
}

#[target_feature(enable = "avx512f")]
fn block_512(b: &Block, a: &Asker) -> u32 {
    let s = spare_512(&b.cost, &b.reach, a);
    let some = _mm512_mask_cmp_ps_mask::<_CMP_GE_OQ>(fits_512(&b.kinds, a), s, _mm512_setzero_ps());
    let near = _mm512_mask_cmp_ps_mask::<_CMP_LE_OQ>(some, apart_512(&b.place, a), _mm512_mul_ps(s, s));
    u32::from(open_512(near, &b.from, &b.to, a))
}

#[inline]
#[target_feature(enable = "avx2")]
#[expect(unsafe_code, reason = "half a lane is read")]
fn half(lane: &Lane, at: usize) -> __m256 {
    let half: &[f32; 8] = lane.0[at..].first_chunk().expect("0 or 8");
    // SAFETY: there are eight numbers.
    unsafe { _mm256_loadu_ps(half.as_ptr()) }
}

#[inline]
#[target_feature(enable = "avx2")]
#[expect(unsafe_code, reason = "half the marks are read")]
fn half_marks(marks: &Marks, at: usize) -> __m256i {
    let half: &[i32; 8] = marks.0[at..].first_chunk().expect("0 or 8");
    // SAFETY: there are eight numbers.
    unsafe { _mm256_loadu_si256(half.as_ptr().cast()) }
}

/// Which do **not** fit.
#[inline]
#[target_feature(enable = "avx2")]
fn unfit_256(kinds: &Kinds, a: &Asker, at: usize) -> __m256 {
    let none = _mm256_setzero_si256();
    let is = _mm256_and_si256(half_marks(&kinds.is, at), _mm256_set1_epi32(a.is));
    let lacks = _mm256_and_si256(half_marks(&kinds.lacks, at), _mm256_set1_epi32(a.needs));
    let all = _mm256_andnot_si256(_mm256_cmpeq_epi32(is, none), _mm256_cmpeq_epi32(lacks, none));
    let below = _mm256_cmpgt_epi32(_mm256_set1_epi32(a.grade), half_marks(&kinds.grade, at));
    _mm256_castsi256_ps(_mm256_or_si256(_mm256_cmpeq_epi32(all, none), below))
}

#[inline]
#[target_feature(enable = "avx2")]
fn apart_256(place: &[Lane; 3], a: &Asker, at: usize) -> __m256 {
    let dx = _mm256_sub_ps(half(&place[0], at), _mm256_set1_ps(a.place[0]));
    let dy = _mm256_sub_ps(half(&place[1], at), _mm256_set1_ps(a.place[1]));
    let dz = _mm256_sub_ps(half(&place[2], at), _mm256_set1_ps(a.place[2]));
    _mm256_add_ps(_mm256_add_ps(_mm256_mul_ps(dx, dx), _mm256_mul_ps(dy, dy)), _mm256_mul_ps(dz, dz))
}

#[inline]
#[target_feature(enable = "avx2")]
fn spare_256(cost: &Lane, reach: &Lane, a: &Asker, at: usize) -> __m256 {
    let far = _mm256_min_ps(_mm256_set1_ps(a.reach), half(reach, at));
    _mm256_min_ps(_mm256_sub_ps(_mm256_set1_ps(a.limit), half(cost, at)), far)
}

#[inline]
#[target_feature(enable = "avx2")]
fn open_256(from: &Lane, to: &Lane, a: &Asker, at: usize) -> __m256 {
    let begun = _mm256_cmp_ps::<_CMP_LE_OQ>(half(from, at), _mm256_set1_ps(a.to));
    _mm256_and_ps(begun, _mm256_cmp_ps::<_CMP_GE_OQ>(half(to, at), _mm256_set1_ps(a.from)))
}

#[target_feature(enable = "avx2")]
fn boxes_256<const DATED: bool>(b: &Boxes, a: &Asker) -> u32 {
    let mask = |at: usize| {
        let s = spare_256(&b.cost, &b.reach, a, at);
        let r = _mm256_add_ps(s, half(&b.radius, at));
        let some = _mm256_cmp_ps::<_CMP_GE_OQ>(s, _mm256_setzero_ps());
        let near = _mm256_and_ps(some, _mm256_cmp_ps::<_CMP_LE_OQ>(apart_256(&b.place, a, at), _mm256_mul_ps(r, r)));
        let fine = if DATED { _mm256_and_ps(near, open_256(&b.from, &b.to, a, at)) } else { near };
        _mm256_movemask_ps(_mm256_andnot_ps(unfit_256(&b.kinds, a, at), fine)).cast_unsigned()
    };
    mask(0) | mask(8) << 8
}

#[target_feature(enable = "avx2")]
fn block_256(b: &Block, a: &Asker) -> u32 {
    let mask = |at: usize| {
        let s = spare_256(&b.cost, &b.reach, a, at);
        let some = _mm256_cmp_ps::<_CMP_GE_OQ>(s, _mm256_setzero_ps());
        let near = _mm256_cmp_ps::<_CMP_LE_OQ>(apart_256(&b.place, a, at), _mm256_mul_ps(s, s));
        let fine = _mm256_and_ps(_mm256_and_ps(some, near), open_256(&b.from, &b.to, a, at));
        _mm256_movemask_ps(_mm256_andnot_ps(unfit_256(&b.kinds, a, at), fine)).cast_unsigned()
    };
    mask(0) | mask(8) << 8
}

//! Whatever the machine offers answers as the plain form does, or its markets would be cleared by other trades than elsewhere.
use super::{Asker, Block, Boxes, Kinds, LANES, Lane, Lanes, Marks, any};
use proptest::prelude::*;

fn lane(from: f32, to: f32) -> impl Strategy<Value = Lane> {
    prop::array::uniform16(prop_oneof![9 => from..to, 1 => Just(f32::INFINITY)]).prop_map(Lane)
}

fn marks(most: i32) -> impl Strategy<Value = Marks> {
    prop::array::uniform::<_, LANES>(-1..=most).prop_map(Marks)
}

fn kinds() -> impl Strategy<Value = Kinds> {
    (marks(15), marks(3), marks(3)).prop_map(|(is, lacks, grade)| Kinds { is, lacks, grade })
}

fn asker() -> impl Strategy<Value = Asker> {
    let place = prop::array::uniform3(-200f32..200.0);
    (place, -50f32..900.0, 0f32..900.0, 0..20i32, 0..9i32, (0..16i32, 0..4i32, 0..4i32)).prop_map(
        |(place, limit, reach, from, days, (is, needs, grade))| Asker {
            place,
            limit,
            reach,
            from: from as f32,
            to: (from + days) as f32,
            is,
            needs,
            grade,
        },
    )
}

proptest! {
    #[test]
    fn wide_and_plain_forms_agree(
        place in prop::array::uniform3(lane(-200.0, 200.0)), cost in lane(0.0, 600.0), reach in lane(0.0, 900.0),
        radius in lane(0.0, 90.0), from in lane(0.0, 20.0), to in lane(0.0, 30.0), kinds in kinds(), asker in asker(),
    ) {
        let here = Lanes::of_this_machine(false);
        let block = Block { place, cost, reach, kinds: kinds.clone(), from, to };
        prop_assert_eq!((here.block)(&block, &asker), any::block(&block, &asker));
        let boxes = Boxes { place, radius, cost, reach, kinds, from, to };
        prop_assert_eq!((here.boxes)(&boxes, &asker), any::boxes::<false>(&boxes, &asker));
        let dated = Lanes::of_this_machine(true);
        prop_assert_eq!((dated.boxes)(&boxes, &asker), any::boxes::<true>(&boxes, &asker));
    }
}

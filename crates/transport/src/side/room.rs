//! A side with empty lanes between its posts, so that posts come and go while it stands.
use super::{Side, from};
use crate::geo::Place;
use crate::lanes::LANES;
use crate::post::Post;

/// An empty lane is looked for among so many on each side of where a post belongs.
const NEAR: usize = 8 * LANES;

impl Side {
    /// Posts, in order of their shelves, with an empty lane after every few.
    pub fn with_room(sells: bool, mut posts: Vec<Post>, centre: &Place) -> Self {
        posts.sort_unstable_by_key(|post| (post.shelf, post.order, post.id));
        let blocks = posts.chunks(LANES - 2);
        Self::lay(sells, blocks.flat_map(|few| few.iter().copied().chain([few[0].empty(); 2])).collect(), centre, false)
    }

    /// An empty lane near those that the post is like.
    pub fn room_for(&self, post: &Post) -> Option<usize> {
        let at = self.posts.partition_point(|other| (other.shelf, other.order) < (post.shelf, post.order));
        let outward = (0..NEAR).flat_map(|step| [at.checked_sub(step), Some(at + step)]);
        outward.flatten().find(|k| self.posts.get(*k).is_some_and(Post::is_empty))
    }

    /// The lane's post from now on; who it was is forgotten. Its order on the shelf stays that of its neighbours.
    pub fn put(&mut self, k: usize, post: Post) {
        let asker = post.asker(from(&self.centre, &post.place));
        self.spots[k] = crate::post::Spot::of(&post);
        self.posts[k] = Post { shelf: self.posts[k].shelf, order: self.posts[k].order, ..post };
        self.askers[k] = asker;
        self.blocks[k / LANES].put(k % LANES, &post, &asker);
        let mut at = k / LANES;
        for level in &mut self.levels {
            level[at / LANES].widen(at % LANES, &post, &asker);
            at /= LANES;
        }
        self.set(k, f32::INFINITY);
    }

    pub fn vacate(&mut self, k: usize) {
        self.put(k, self.posts[k].empty());
    }
}

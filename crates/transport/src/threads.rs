//! The same answers on more than one thread.

/// Fewer are not worth a thread.
const LEAST: usize = 128;

/// What `each` makes of every one of many small items, in their order.
pub fn map<T: Sync, R: Send>(threads: usize, items: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = threads.min(items.len() / LEAST).max(1);
    // Small parts, taken in turn: some items cost much more than others.
    parts(threads, items, items.len().div_ceil(threads * 8).max(1), each)
}

/// What `each` makes of every one of a few large items, in their order.
pub fn each<T: Sync, R: Send>(threads: usize, items: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    parts(threads.min(items.len()), items, 1, each)
}

fn parts<T: Sync, R: Send>(threads: usize, items: &[T], size: usize, each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if threads <= 1 {
        return items.iter().map(each).collect();
    }
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let part = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(items) = items.chunks(size).nth(part) else { return done };
            done.push((part, items.iter().map(&each).collect::<Vec<R>>()));
        }
    };
    let mut parts = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut parts = work();
        for other in others {
            parts.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        parts
    });
    parts.sort_unstable_by_key(|(part, _)| *part);
    parts.into_iter().flat_map(|(_, done)| done).collect()
}

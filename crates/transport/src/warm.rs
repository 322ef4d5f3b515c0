//! A market kept warm: posts come, change and go, and it stays cleared, at a cost of what each of them moves.
//!
//! The state is an optimum and its rents, which prove it over **all** pairs. A post that comes is given the least rent that covers its
//! pairs, one that goes leaves kg behind; either way some post has kg that earn a rent without being sold. They go where they do best by
//! shortest paths over the pairs' reduced gains (successive shortest paths; Ahuja, Magnanti and Orlin, *Network Flows*, 1993, 9.7), whose
//! arcs are searched for as everywhere here, so that a change in a village is settled in the village.
use crate::geo::Place;
use crate::instance::{Cleared, Demand, Instance, Offer, OutOfBounds, Trade};
use crate::post::{Post, gain};
use crate::side::Side;
use std::collections::BTreeMap;

mod book;
mod path;

use book::Book;

/// Where a post stands.
#[derive(Debug, Clone, Copy)]
struct Seat {
    product: u32,
    lane: u32,
}

/// An offer or a demand of a warm market, for as long as it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfferKey(u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DemandKey(u32);

/// A cleared market of whole offers (none in parts) that stays cleared.
#[derive(Debug)]
pub struct Warm {
    offers: Vec<Option<(Offer, Seat)>>,
    demands: Vec<Option<(Demand, Seat)>>,
    books: BTreeMap<u32, Book>,
}

impl Warm {
    /// Clears the market; offer and demand `k` get key `k`.
    ///
    /// # Panics
    ///
    /// When the instance does not pass [`Instance::check`] or has parts.
    pub fn new(instance: &Instance, threads: usize) -> Self {
        assert!(instance.parts.is_empty(), "offers in parts cannot be kept warm");
        let cleared = crate::clear(instance, 50, threads);
        let mut posts: BTreeMap<u32, [Vec<Post>; 2]> = BTreeMap::new();
        for (offer, id) in instance.offers.iter().zip(0..) {
            posts.entry(offer.product).or_default()[0].push(Post::offer(id, offer));
        }
        for (demand, id) in instance.demands.iter().zip(0..) {
            posts.entry(demand.product).or_default()[1].push(Post::demand(id, demand));
        }
        let mut warm =
            Self { offers: vec![None; instance.offers.len()], demands: vec![None; instance.demands.len()], books: BTreeMap::new() };
        for (product, posts) in posts {
            let book = Book::new(posts, &cleared);
            warm.seat(product, &book, |id| instance.offers[id as usize], |id| instance.demands[id as usize]);
            warm.books.insert(product, book);
        }
        for trade in &cleared.trades {
            let (offer, demand) = (warm.offer_seat(OfferKey(trade.offer)), warm.demand_seat(DemandKey(trade.demand)));
            let book = warm.books.get_mut(&offer.product).expect("it was just made");
            book.trade(offer.lane, demand.lane, trade.kg);
        }
        warm
    }

    fn seat(&mut self, product: u32, book: &Book, offer: impl Fn(u32) -> Offer, demand: impl Fn(u32) -> Demand) {
        for (lane, id) in book.lanes(0) {
            self.offers[id as usize] = Some((offer(id), Seat { product, lane }));
        }
        for (lane, id) in book.lanes(1) {
            self.demands[id as usize] = Some((demand(id), Seat { product, lane }));
        }
    }

    fn offer_seat(&self, key: OfferKey) -> Seat {
        self.offers[key.0 as usize].expect("the key is of an offer that stands").1
    }

    fn demand_seat(&self, key: DemandKey) -> Seat {
        self.demands[key.0 as usize].expect("the key is of a demand that stands").1
    }

    fn book(&mut self, product: u32) -> &mut Book {
        self.books.entry(product).or_insert_with(|| Book::new(Default::default(), &Cleared::default()))
    }
}

impl Warm {
    pub fn add_offer(&mut self, offer: Offer) -> Result<OfferKey, OutOfBounds> {
        Instance { offers: vec![offer], ..Instance::default() }.check()?;
        let id = self.offers.len() as u32;
        self.offers.push(None);
        self.place_offer(id, offer);
        Ok(OfferKey(id))
    }

    pub fn add_demand(&mut self, demand: Demand) -> Result<DemandKey, OutOfBounds> {
        Instance { demands: vec![demand], ..Instance::default() }.check()?;
        let id = self.demands.len() as u32;
        self.demands.push(None);
        self.place_demand(id, demand);
        Ok(DemandKey(id))
    }

    /// # Panics
    ///
    /// When the offer does not stand there; so do the other changes.
    pub fn change_offer(&mut self, key: OfferKey, offer: Offer) -> Result<(), OutOfBounds> {
        Instance { offers: vec![offer], ..Instance::default() }.check()?;
        self.remove_offer(key);
        self.place_offer(key.0, offer);
        Ok(())
    }

    pub fn change_demand(&mut self, key: DemandKey, demand: Demand) -> Result<(), OutOfBounds> {
        Instance { demands: vec![demand], ..Instance::default() }.check()?;
        self.remove_demand(key);
        self.place_demand(key.0, demand);
        Ok(())
    }

    pub fn remove_offer(&mut self, key: OfferKey) {
        let seat = self.offer_seat(key);
        self.offers[key.0 as usize] = None;
        self.book(seat.product).remove(0, seat.lane);
    }

    pub fn remove_demand(&mut self, key: DemandKey) {
        let seat = self.demand_seat(key);
        self.demands[key.0 as usize] = None;
        self.book(seat.product).remove(1, seat.lane);
    }

    fn place_offer(&mut self, id: u32, offer: Offer) {
        let post = Post::offer(id, &offer);
        let lane = self.room_for(offer.product, 0, &post);
        self.offers[id as usize] = Some((offer, Seat { product: offer.product, lane }));
        self.book(offer.product).add(0, lane, post);
    }

    fn place_demand(&mut self, id: u32, demand: Demand) {
        let post = Post::demand(id, &demand);
        let lane = self.room_for(demand.product, 1, &post);
        self.demands[id as usize] = Some((demand, Seat { product: demand.product, lane }));
        self.book(demand.product).add(1, lane, post);
    }

    /// An empty lane; where there is none near, the side is laid anew with room in it.
    fn room_for(&mut self, product: u32, side: usize, post: &Post) -> u32 {
        let book = self.book(product);
        if let Some(lane) = book.room_for(side, post) {
            return lane;
        }
        book.lay_anew(side, post);
        for (lane, id) in book.lanes(side).collect::<Vec<_>>() {
            let seat = Seat { product, lane };
            if side == 0 {
                if let Some(offer) = &mut self.offers[id as usize] {
                    offer.1 = seat;
                }
            } else if let Some(demand) = &mut self.demands[id as usize] {
                demand.1 = seat;
            }
        }
        self.book(product).room_for(side, post).expect("a side laid anew has room everywhere")
    }
}

impl Warm {
    pub fn offers(&self) -> impl Iterator<Item = OfferKey> + '_ {
        (0..).zip(&self.offers).filter(|(_, post)| post.is_some()).map(|(key, _)| OfferKey(key))
    }

    pub fn demands(&self) -> impl Iterator<Item = DemandKey> + '_ {
        (0..).zip(&self.demands).filter(|(_, post)| post.is_some()).map(|(key, _)| DemandKey(key))
    }

    /// `Σ w x`, ₫.
    pub fn value(&self) -> i128 {
        self.books.values().map(|book| book.value).sum()
    }

    /// What a kg of the offer earns above its ask, and how many are sold.
    pub fn of_offer(&self, key: OfferKey) -> (i64, i64) {
        let seat = self.offer_seat(key);
        self.books[&seat.product].standing(0, seat.lane)
    }

    /// What a kg costs the demand below its bid, and how many it gets.
    pub fn of_demand(&self, key: DemandKey) -> (i64, i64) {
        let seat = self.demand_seat(key);
        self.books[&seat.product].standing(1, seat.lane)
    }

    /// The market as it stands, in the order of its keys, and its clearing for [`certify`](crate::certify()). Both ends of every rent are the rent
    /// itself: which of all optimal ones these are, nothing says.
    pub fn standing(&self) -> (Instance, Cleared) {
        let (mut instance, mut cleared) = (Instance::default(), Cleared { value: self.value(), ..Cleared::default() });
        let mut row = vec![u32::MAX; self.demands.len()];
        for (key, (demand, _)) in self.demands.iter().enumerate().filter_map(|(key, post)| Some((key, (*post)?))) {
            row[key] = instance.demands.len() as u32;
            instance.demands.push(demand);
            let (want, _) = self.of_demand(DemandKey(key as u32));
            cleared.wants.push(want);
        }
        for (key, (offer, seat)) in self.offers.iter().enumerate().filter_map(|(key, post)| Some((key, (*post)?))) {
            let at = instance.offers.len() as u32;
            instance.offers.push(offer);
            let (rent, _) = self.of_offer(OfferKey(key as u32));
            cleared.rents.push(rent);
            let sales = self.books[&seat.product].sales(seat.lane);
            cleared.trades.extend(sales.map(|(demand, kg)| Trade { offer: at, demand: row[demand as usize], part: None, kg }));
        }
        cleared.trades.sort_unstable();
        cleared.rent_ends = cleared.rents.iter().map(|rent| (*rent, *rent)).collect();
        cleared.want_ends = cleared.wants.iter().map(|want| (*want, *want)).collect();
        (instance, cleared)
    }
}

/// Of an offer of `up` and a demand of `down`, or the other way round.
fn gain_of(up: &Side, down: &Side, k: u32, other: u32) -> Option<i64> {
    let (k, other) = (k as usize, other as usize);
    let (offer, demand) = if up.sells { (&up.spots[k], &down.spots[other]) } else { (&down.spots[other], &up.spots[k]) };
    gain(offer, demand).map(i64::from)
}

/// The middle of all posts.
fn centre(posts: &[Vec<Post>; 2]) -> Place {
    let count = posts.iter().map(Vec::len).sum::<usize>().max(1) as f64;
    Place(posts.iter().flatten().fold([0.0; 3], |sum, post| [0, 1, 2].map(|axis| sum[axis] + post.place.0[axis] / count)))
}

//! Orders.
#![allow(dead_code)]

use crate::stock::{self, Store as Stock, util::*};
use std::collections::HashMap;
pub use super::customer::Customer;
extern crate serde;

mod detail;

pub const LIMIT: usize = 10;
static CLOCK: Clock = Clock::system();

pub type Result<T> = std::result::Result<T, Error>;

pub trait Sellable: Base + Send {
    type Output;
    const PRICE: u32;
    fn sell(&mut self, to: &Customer) -> Result<Self::Output>;
    fn price(&self) -> u32 {
        self.base_price() * 2
    }
}

#[derive(Debug, Clone)]
pub enum State {
    Open,
    Done { at: u64 },
    Failed(String, u8),
}

/// An order.
pub struct Order<'a, T: Clone> {
    pub id: u64,
    lines: Vec<Line>,
    store: &'a mut Stock<T>,
}

struct Pair(i32, pub String);

union Bits {
    int: u32,
    float: f32,
}

impl<'a, T: Clone> Order<'a, T> {
    pub const MAX: usize = 3;

    pub fn new(id: u64, store: &'a mut Stock<T>) -> Self {
        let lines = Vec::with_capacity(LIMIT);
        let mut order = Order { id, lines, store };
        order.check();
        Self::log(&order);
        order
    }

    async fn check(&self) -> Option<u32> {
        let total: u32 = self.lines.iter().map(|line| line.price()).sum::<u32>();
        if let Some(first) = self.lines.first() {
            first.ship();
        }
        for line in &self.lines {
            line.count().max(1);
        }
        match self.state() {
            State::Failed(text, _) => panic!("bad {}", describe(text)),
            other => stock::restock(other)?,
        };
        let add = |a: u32, b: u32| a + helper(b);
        fn local(depth: u32) -> u32 {
            local(depth - 1)
        }
        Some(add(total, local(2)).await)
    }
}

impl<T: Clone> Sellable for Order<'_, T> {
    type Output = Receipt;
    const PRICE: u32 = 1;

    fn sell(&mut self, to: &Customer) -> Result<Receipt> {
        <Self as Base>::check(self);
        self.store.take::<u8>(to)?;
        Ok(Receipt::new(vec![make(1), make(2)]))
    }
}

impl From<u64> for Pair {
    fn from(id: u64) -> Self {
        Pair(id as i32, String::new())
    }
}

extern "C" {
    fn native(x: i32) -> i32;
}

macro_rules! twice {
    ($e:expr) => {
        $e; $e
    };
}

pub(crate) fn helper(x: u32) -> u32 {
    unsafe { native(x as i32) as u32 }
}

pub mod inner {
    pub fn deep() {
        super::helper(1);
        twice!(self::deep());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sells() {
        assert_eq!(helper(1), 1);
    }
}

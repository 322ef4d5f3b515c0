//! The market in the order of prices and of distances goes from step to step; which steps there are is read from these alone.
crate::table::migration!(
    "m20261129_000170_orders_of_the_market",
    undo: "DROP INDEX demand_open_place; DROP INDEX offer_open_place; DROP INDEX demand_open_varieties;",
    up: r"
CREATE INDEX demand_open_varieties ON demand (status, varieties);
CREATE INDEX offer_open_place ON offer (status, product, pickup_commune);
CREATE INDEX demand_open_place ON demand (status, product, delivery_commune);
"
);

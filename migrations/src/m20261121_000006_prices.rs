//! The reference price board: what a variety was worth in a week, at the farm gate, wholesale and retail, and who says so.
crate::table::migration!("m20261121_000006_prices", down: ["price_quote"], up: r"
CREATE TABLE price_quote (
    variety text NOT NULL,
    level text NOT NULL,
    week {day} NOT NULL,
    market text NOT NULL,
    price_min bigint NOT NULL,
    price_avg bigint NOT NULL,
    price_max bigint NOT NULL,
    source text NOT NULL,
    PRIMARY KEY (variety, level, week, market),
    CHECK (price_min BETWEEN 1 AND price_avg),
    CHECK (price_max >= price_avg)
);
CREATE INDEX price_quote_week ON price_quote (week, variety);
");

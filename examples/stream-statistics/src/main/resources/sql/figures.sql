CREATE TABLE IF NOT EXISTS figures (
    metric     VARCHAR(40) NOT NULL,
    domain     VARCHAR(255) NOT NULL,
    slot       TIMESTAMP WITH TIME ZONE NOT NULL,
    figure     DECIMAL(20, 3) NOT NULL,
    deliveries INTEGER NOT NULL,
    PRIMARY KEY (metric, domain, slot)
)

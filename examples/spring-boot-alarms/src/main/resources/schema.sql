create table if not exists alarm (
    id         bigint primary key,
    device     varchar(200),
    level      varchar(100),
    raised     varchar(40),
    deliveries int not null
);

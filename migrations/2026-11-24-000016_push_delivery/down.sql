DROP TABLE IF EXISTS push_delivery;

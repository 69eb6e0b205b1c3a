INSERT INTO about_banner (id, image, "timestamp", lang) VALUES
    (1, 'data:image/png;base64,iVBORw0KGgo=', '2024-03-05 10:20:30.123456', 'en'),
    (2, 'https://images.example/banner.png?a=1&b=2', '2024-03-05 10:20:30', 'ne'),
    (3, '', '2024-03-05 10:20:30', 'empty'),
    (5, 'the newer of two', '2024-03-06', 'two'),
    (6, 'the older of two', '2024-03-05', 'two');

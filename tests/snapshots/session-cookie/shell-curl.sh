curl -G https://shop.example.com/cart \
  --fail-with-body --max-time 30 \
  -H "Cookie: session=${SHOP_SESSION:?}; device=${SHOP_DEVICE:?}; prefs=currency=EUR+tax/incl==" \
  -d currency=EUR

#!/usr/bin/env bash
# Read a cart with a session cookie
# Run: SHOP_SESSION=... SHOP_DEVICE=... bash session-cookie.sh
set -euo pipefail
: "${SHOP_SESSION:?}"
: "${SHOP_DEVICE:?}"

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl --silent --show-error --max-time 30 --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --header "Cookie: session=${SHOP_SESSION}; device=${SHOP_DEVICE}; prefs=currency=EUR+tax/incl==" \
  'https://shop.example.com/cart?currency=EUR')
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
cat "${answer}"

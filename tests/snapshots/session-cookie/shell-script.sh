#!/usr/bin/env bash
# Read a cart with a session cookie
# Install: apt install jq
# Run: SHOP_SESSION=... SHOP_DEVICE=... bash session-cookie.sh
set -euo pipefail

answer=$(mktemp)
trap 'rm -f "${answer}"' EXIT
status=$(curl -G https://shop.example.com/cart \
  --output "${answer}" --write-out '%{http_code} %{redirect_url}' \
  --silent --show-error --max-time 30 \
  -H "Cookie: session=${SHOP_SESSION:?}; device=${SHOP_DEVICE:?}; prefs=currency=EUR+tax/incl==" \
  -d currency=EUR)
if [[ $status != 2* ]]; then
  echo "HTTP $status" >&2
  cat "${answer}" >&2
  exit 1
fi
jq -er '.items[0].sku' "${answer}"

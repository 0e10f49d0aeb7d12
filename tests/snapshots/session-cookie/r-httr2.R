# Read a cart with a session cookie
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: SHOP_SESSION=... SHOP_DEVICE=... Rscript session-cookie.R

library(httr2)

if (Sys.getenv("SHOP_SESSION") == "") stop("SHOP_SESSION is not set")
if (Sys.getenv("SHOP_DEVICE") == "") stop("SHOP_DEVICE is not set")

response <- request("https://shop.example.com/cart") |>
  req_url_query(currency = "EUR") |>
  req_headers(
    Cookie = paste0(
      "session=",
      Sys.getenv("SHOP_SESSION"),
      "; device=",
      Sys.getenv("SHOP_DEVICE"),
      "; prefs=currency=EUR+tax/incl=="
    )
  ) |>
  req_timeout(30) |>
  req_error(
    is_error = \(resp) resp_status(resp) >= 300,
    body = \(resp) if (resp_has_body(resp)) resp_body_string(resp)
  ) |>
  req_perform()
writeLines(resp_body_json(response)$items[[1]]$sku)

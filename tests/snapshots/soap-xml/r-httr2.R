# Convert a temperature with SOAP
# Install: Rscript -e 'install.packages(c("httr2", "jsonlite"))'
# Run: Rscript soap-xml.R

library(httr2)

body <- "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\n  <soap:Body>\n    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">\n      <Celsius>21.5</Celsius>\n    </CelsiusToFahrenheit>\n  </soap:Body>\n</soap:Envelope>\n"
response <- request("https://soap.example.com/temperature.asmx") |>
  req_headers(SOAPAction = '"https://soap.example.com/CelsiusToFahrenheit"') |>
  req_body_raw(body, "text/xml; charset=utf-8") |>
  req_timeout(30) |>
  req_options(followlocation = FALSE) |>
  req_error(
    is_error = \(resp) resp_status(resp) >= 300,
    body = \(resp) {
      c(
        resp_header(resp, "Location"),
        if (resp_has_body(resp)) resp_body_string(resp)
      )
    }
  ) |>
  req_perform()
writeLines(resp_body_string(response))

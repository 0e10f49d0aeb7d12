// Convert a temperature with SOAP
// Run: go run main.go

package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
	"time"
)

func main() {
	body := strings.NewReader(`<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
`)
	request, err := http.NewRequest("POST", "https://soap.example.com/temperature.asmx", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("SOAPAction", `"https://soap.example.com/CelsiusToFahrenheit"`)
	request.Header.Set("Content-Type", "text/xml; charset=utf-8")

	client := http.Client{Timeout: 30 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode >= 300 {
		log.Fatalf("HTTP %s\n%s", response.Status, answer)
	}

	fmt.Println(string(answer))
}

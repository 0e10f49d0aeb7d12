// Search a catalogue
// Install: go mod init example && go get github.com/go-resty/resty/v2
// Run: go run main.go

package main

import (
	"fmt"
	"log"
	"net/url"
	"time"

	"github.com/go-resty/resty/v2"
)

func main() {
	address := "https://api.example.com/v1/catalogues/books/items?q=" + url.QueryEscape("café & crème") + "&tag=cooking&tag=french&limit=10"
	client := resty.New().SetTimeout(30 * time.Second)
	var result struct {
		Items []struct {
			Title string
		}
	}
	response, err := client.R().
		SetHeader("X-Request-Id", "docs-0001").
		SetResult(&result).
		ForceContentType("application/json").
		Get(address)
	if err != nil {
		log.Fatal(err)
	}

	if !response.IsSuccess() {
		log.Fatalf("HTTP %s\n%s", response.Status(), response)
	}

	fmt.Println(result.Items[0].Title)
}

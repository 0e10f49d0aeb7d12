// Search a catalogue
// Run: go run main.go

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"time"
)

func main() {
	address := "https://api.example.com/v1/catalogues/books/items?q=" + url.QueryEscape("café & crème") + "&tag=cooking&tag=french&limit=10"
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("X-Request-Id", "docs-0001")

	client := http.Client{Timeout: 30 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	if response.StatusCode >= 300 {
		answer, _ := io.ReadAll(response.Body)
		log.Fatalf("HTTP %s\n%s", response.Status, answer)
	}

	var result struct {
		Items []struct {
			Title string
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.Items[0].Title)
}

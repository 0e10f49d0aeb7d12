// Look at a download before fetching it
// Run: go run main.go

package main

import (
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	request, err := http.NewRequest("HEAD", "https://downloads.example.net/releases/2.10/engine.tar.gz", nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Accept", "application/gzip")

	client := http.Client{Timeout: 30 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	if response.StatusCode >= 300 {
		log.Fatalf("HTTP %s", response.Status)
	}

	response.Header.Write(os.Stdout)
}

// Replace an avatar
// Run: FILES_API_KEY=... go run main.go

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	filesAPIKey := os.Getenv("FILES_API_KEY")
	if filesAPIKey == "" {
		log.Fatal("FILES_API_KEY is not set")
	}

	data, err := os.ReadFile("avatar.png")
	if err != nil {
		log.Fatal(err)
	}
	request, err := http.NewRequest("PUT", "https://files.example.org/avatars/ada", bytes.NewReader(data))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("X-Api-Key", filesAPIKey)
	request.Header.Set("Content-Type", "image/png")

	client := http.Client{
		Timeout: 30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	if response.StatusCode >= 300 {
		answer, _ := io.ReadAll(response.Body)
		log.Fatalf("HTTP %s %s\n%s", response.Status, response.Header.Get("Location"), answer)
	}

	var result struct {
		Bytes json.RawMessage
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s\n", result.Bytes)
}

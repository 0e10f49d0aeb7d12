// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... go run main.go

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	mkeaiAPIKey := os.Getenv("MKEAI_API_KEY")
	if mkeaiAPIKey == "" {
		log.Fatal("MKEAI_API_KEY is not set")
	}

	body := strings.NewReader(`{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}`)
	request, err := http.NewRequest("POST", "https://api.mkeai.com/v1/chat/completions", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+mkeaiAPIKey)
	request.Header.Set("Content-Type", "application/json")

	client := http.Client{
		Timeout: 120 * time.Second,
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
		Choices []struct {
			Message struct {
				Content string
			}
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.Choices[0].Message.Content)
}

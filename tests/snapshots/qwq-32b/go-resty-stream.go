// QwQ-32B chat completion
// Install: go mod init example && go get github.com/go-resty/resty/v2
// Run: MKEAI_API_KEY=... go run stream.go

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"
)

func main() {
	mkeaiAPIKey := os.Getenv("MKEAI_API_KEY")
	if mkeaiAPIKey == "" {
		log.Fatal("MKEAI_API_KEY is not set")
	}

	client := resty.New()
	client.SetRedirectPolicy(resty.RedirectPolicyFunc(func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}))
	timer := time.AfterFunc(120*time.Second, func() { log.Fatal("The stream ended unexpectedly.") })
	response, err := client.R().
		SetAuthToken(mkeaiAPIKey).
		SetHeader("Content-Type", "application/json").
		SetBody(`{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
}`).
		SetDoNotParseResponse(true).
		Post("https://api.mkeai.com/v1/chat/completions")
	if err != nil {
		log.Fatal(err)
	}
	defer response.RawBody().Close()

	if !response.IsSuccess() {
		answer, _ := io.ReadAll(response.RawBody())
		log.Fatalf("HTTP %s %s\n%s", response.Status(), response.Header().Get("Location"), answer)
	}

	var rest string
	scanner := bufio.NewScanner(response.RawBody())
	scanner.Buffer(nil, 1<<24)
	for scanner.Scan() {
		timer.Reset(120 * time.Second)
		field, data, _ := strings.Cut(scanner.Text(), ":")
		data = strings.TrimPrefix(data, " ")
		switch field {
		case "data":
			if data == "[DONE]" {
				fmt.Println()
				return
			}
			rest = data
			var result struct {
				Choices []struct {
					Delta struct {
						Content          string
						ReasoningContent string `json:"reasoning_content"`
					}
				}
			}
			if err := json.Unmarshal([]byte(data), &result); err != nil {
				log.Fatal(err)
			}
			if len(result.Choices) > 0 {
				fmt.Print(result.Choices[0].Delta.Content)
				fmt.Fprint(os.Stderr, result.Choices[0].Delta.ReasoningContent)
			}
		case "", "event", "id", "retry":
		default:
			rest += scanner.Text()
		}
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
	log.Fatal("The stream ended unexpectedly. ", rest)
}

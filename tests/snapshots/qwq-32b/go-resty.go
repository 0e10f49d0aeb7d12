// QwQ-32B chat completion
// Install: go mod init example && go get github.com/go-resty/resty/v2
// Run: MKEAI_API_KEY=... go run main.go

package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/go-resty/resty/v2"
)

func main() {
	mkeaiAPIKey := os.Getenv("MKEAI_API_KEY")
	if mkeaiAPIKey == "" {
		log.Fatal("MKEAI_API_KEY is not set")
	}

	client := resty.New().SetTimeout(120 * time.Second)
	client.SetRedirectPolicy(resty.RedirectPolicyFunc(func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}))
	var result struct {
		Choices []struct {
			Message struct {
				Content string
			}
		}
	}
	response, err := client.R().
		SetAuthToken(mkeaiAPIKey).
		SetHeader("Content-Type", "application/json").
		SetBody(`{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}`).
		SetResult(&result).
		ForceContentType("application/json").
		Post("https://api.mkeai.com/v1/chat/completions")
	if err != nil {
		log.Fatal(err)
	}

	if !response.IsSuccess() {
		log.Fatalf("HTTP %s %s\n%s", response.Status(), response.Header().Get("Location"), response)
	}

	fmt.Println(result.Choices[0].Message.Content)
}

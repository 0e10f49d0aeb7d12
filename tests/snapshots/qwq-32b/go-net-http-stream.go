// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... go run main.go

package main

import (
	"bufio"
	"bytes"
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
  "stream": true
}`)
	request, err := http.NewRequest("POST", "https://api.mkeai.com/v1/chat/completions", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+mkeaiAPIKey)
	request.Header.Set("Content-Type", "application/json")

	client := &http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}
	timer := time.AfterFunc(120*time.Second, func() {
		log.Fatal("Nothing has arrived for 120 seconds.")
	})
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	if response.StatusCode >= 300 {
		answer, _ := io.ReadAll(response.Body)
		log.Fatalf("HTTP %s %s\n%s", response.Status, response.Header.Get("Location"), answer)
	}

	var data []string
	scanner := bufio.NewScanner(response.Body)
	scanner.Buffer(nil, 1<<24)
	scanner.Split(splitLines)
	for scanner.Scan() {
		timer.Reset(120 * time.Second)
		line := strings.TrimPrefix(scanner.Text(), "\ufeff")
		field, value, _ := strings.Cut(line, ":")
		if field == "data" {
			data = append(data, strings.TrimPrefix(value, " "))
		} else if line == "" && data != nil {
			event := strings.Join(data, "\n")
			data = nil
			if event == "[DONE]" {
				fmt.Println()
				return
			}
			var result struct {
				Choices []struct {
					Delta struct {
						Content string
					}
				}
			}
			if err := json.Unmarshal([]byte(event), &result); err != nil {
				log.Fatal(err)
			}
			if len(result.Choices) > 0 {
				fmt.Print(result.Choices[0].Delta.Content)
			}
		}
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
	log.Fatal("The stream ended unexpectedly.")
}

// splitLines finds lines that end with \n, \r\n or \r.
func splitLines(data []byte, atEOF bool) (int, []byte, error) {
	at := bytes.IndexAny(data, "\r\n")
	if at >= 0 && at+1 < len(data) && data[at] == '\r' && data[at+1] != '\n' {
		return at + 1, data[:at], nil
	}
	return bufio.ScanLines(data, atEOF)
}

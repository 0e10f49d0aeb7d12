// Ask a GraphQL API
// Run: CODE_TOKEN=... go run main.go

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
	codeToken := os.Getenv("CODE_TOKEN")
	if codeToken == "" {
		log.Fatal("CODE_TOKEN is not set")
	}

	body := strings.NewReader(`{
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
}`)
	request, err := http.NewRequest("POST", "https://code.example.com/graphql", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+codeToken)
	request.Header.Set("Content-Type", "application/json")

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
		Data struct {
			Repository struct {
				Issues struct {
					Nodes json.RawMessage
				}
			}
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s\n", result.Data.Repository.Issues.Nodes)
}

// Log in with a form
// Run: ACCOUNT_PASSWORD=... go run main.go

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

func main() {
	accountPassword := os.Getenv("ACCOUNT_PASSWORD")
	if accountPassword == "" {
		log.Fatal("ACCOUNT_PASSWORD is not set")
	}

	body := strings.NewReader("username=" + url.QueryEscape("ada@example.com") + "&password=" + url.QueryEscape(accountPassword) + "&scope=profile&scope=orders&device=")
	request, err := http.NewRequest("POST", "https://accounts.example.com/login", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")

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
		Session struct {
			ID string
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.Session.ID)
}

// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... go run main.go

package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	adminUser := os.Getenv("ADMIN_USER")
	if adminUser == "" {
		log.Fatal("ADMIN_USER is not set")
	}
	adminPassword := os.Getenv("ADMIN_PASSWORD")
	if adminPassword == "" {
		log.Fatal("ADMIN_PASSWORD is not set")
	}

	request, err := http.NewRequest("DELETE", "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29", nil)
	if err != nil {
		log.Fatal(err)
	}
	request.SetBasicAuth(adminUser, adminPassword)

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

	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode >= 300 {
		log.Fatalf("HTTP %s %s\n%s", response.Status, response.Header.Get("Location"), answer)
	}

	fmt.Println(string(answer))
}

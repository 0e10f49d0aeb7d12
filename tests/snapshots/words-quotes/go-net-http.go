// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: go run main.go

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

func main() {
	request, err := http.NewRequest("GET", "https://api.example.com/notes", nil)
	if err != nil {
		log.Fatal(err)
	}

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
		Ok json.RawMessage
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s\n", result.Ok)
}

// Upload a photo
// Install: go mod init example && go get github.com/go-resty/resty/v2
// Run: PHOTOS_TOKEN=... go run main.go

package main

import (
	"bytes"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"
)

func main() {
	photosToken := os.Getenv("PHOTOS_TOKEN")
	if photosToken == "" {
		log.Fatal("PHOTOS_TOKEN is not set")
	}

	client := resty.New().SetTimeout(30 * time.Second)
	client.SetRedirectPolicy(resty.RedirectPolicyFunc(func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}))
	var result struct {
		URL string
	}
	response, err := client.R().
		SetAuthToken(photosToken).
		SetMultipartField("caption", "", "", strings.NewReader(`Sunset at the "Blue Lagoon"`)).
		SetMultipartField("visibility", "", "", strings.NewReader("friends")).
		SetMultipartField("photo", "sunset.jpg", "image/jpeg", bytes.NewReader(readFile("sunset.jpg"))).
		SetResult(&result).
		ForceContentType("application/json").
		Post("https://photos.example.org/albums/summer-2025/photos")
	if err != nil {
		log.Fatal(err)
	}

	if !response.IsSuccess() {
		log.Fatalf("HTTP %s %s\n%s", response.Status(), response.Header().Get("Location"), response)
	}

	fmt.Println(result.URL)
}

func readFile(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return data
}

// Read a cart with a session cookie
// Run: SHOP_SESSION=... SHOP_DEVICE=... go run main.go

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	shopSession := os.Getenv("SHOP_SESSION")
	if shopSession == "" {
		log.Fatal("SHOP_SESSION is not set")
	}
	shopDevice := os.Getenv("SHOP_DEVICE")
	if shopDevice == "" {
		log.Fatal("SHOP_DEVICE is not set")
	}

	request, err := http.NewRequest("GET", "https://shop.example.com/cart?currency=EUR", nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Cookie", "session="+shopSession+"; device="+shopDevice+"; prefs=currency=EUR+tax/incl==")

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
		Items []struct {
			Sku string
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.Items[0].Sku)
}

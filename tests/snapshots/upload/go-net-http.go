// Upload a photo
// Run: PHOTOS_TOKEN=... go run main.go

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"os"
	"time"
)

func main() {
	photosToken := os.Getenv("PHOTOS_TOKEN")
	if photosToken == "" {
		log.Fatal("PHOTOS_TOKEN is not set")
	}

	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	form.WriteField("caption", `Sunset at the "Blue Lagoon"`)
	form.WriteField("visibility", "friends")
	addPart(form, `name="photo"; filename="sunset.jpg"`, "image/jpeg", readFile("sunset.jpg"))
	form.Close()
	request, err := http.NewRequest("POST", "https://photos.example.org/albums/summer-2025/photos", &body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+photosToken)
	request.Header.Set("Content-Type", form.FormDataContentType())

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
		URL string
	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.URL)
}

func addPart(form *multipart.Writer, disposition, mediaType string, content []byte) {
	header := textproto.MIMEHeader{}
	header.Set("Content-Disposition", "form-data; "+disposition)
	header.Set("Content-Type", mediaType)
	part, err := form.CreatePart(header)
	if err != nil {
		log.Fatal(err)
	}
	part.Write(content)
}

func readFile(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return data
}

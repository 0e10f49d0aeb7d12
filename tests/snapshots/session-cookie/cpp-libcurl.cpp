// Read a cart with a session cookie
// Install: apt install libcurl4-openssl-dev nlohmann-json3-dev
// Run: g++ -std=c++17 session-cookie.cpp -o session-cookie -lcurl && SHOP_SESSION=... SHOP_DEVICE=... ./session-cookie

#include <curl/curl.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

int main() try {
  const char* shop_session = std::getenv("SHOP_SESSION");
  if (!shop_session) throw std::runtime_error("SHOP_SESSION is not set");
  const char* shop_device = std::getenv("SHOP_DEVICE");
  if (!shop_device) throw std::runtime_error("SHOP_DEVICE is not set");

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, "https://shop.example.com/cart?currency=EUR");
  curl_slist* list = curl_slist_append(nullptr, ("Cookie: session=" + std::string(shop_session) + "; device=" + std::string(shop_device) + "; prefs=currency=EUR+tax/incl==").c_str());
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list, curl_slist_free_all);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 30L);
  const curl_write_callback receive = [](char* bytes, size_t size, size_t count, void* user) {
    static_cast<std::string*>(user)->append(bytes, size * count);
    return size * count;
  };
  std::string answer;
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  const CURLcode result = curl_easy_perform(curl.get());

  if (result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  char* location = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &location);
  if (status >= 300) {
    throw std::runtime_error("HTTP " + std::to_string(status) + " " + (location ? location : answer));
  }
  std::cout << nlohmann::json::parse(answer)["items"][0]["sku"].get<std::string>() << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}

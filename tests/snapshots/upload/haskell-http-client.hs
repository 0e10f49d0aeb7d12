-- Upload a photo
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: PHOTOS_TOKEN=... runghc upload.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^?))
import Control.Monad (unless)
import Data.Aeson.Lens
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Data.Text (pack)
import Data.Text.Encoding
import qualified Data.Text.IO as T
import Network.HTTP.Client
import Network.HTTP.Client.MultipartFormData
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Environment (getEnv)
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  hSetEncoding stdout utf8
  photosToken <- pack <$> getEnv "PHOTOS_TOKEN"
  initial <- parseRequest "POST https://photos.example.org/albums/summer-2025/photos"
  form <-
    formDataBody
      [
        partBS "caption" "Sunset at the \"Blue Lagoon\"",
        partBS "visibility" "friends",
        (partFile "photo" "sunset.jpg")
          {partFilename = Just "sunset.jpg", partContentType = Just "image/jpeg"}
      ]
      initial
  let request =
        form
          { redirectCount = 0
          , requestHeaders =
              [("Authorization", encodeUtf8 ("Bearer " <> photosToken))] <> requestHeaders form
          }
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  maybe (die (show (responseBody response))) T.putStrLn $
    responseBody response ^? key "url" . _String

-- Search a catalogue
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: runghc search.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^?))
import Control.Monad (unless)
import Data.Aeson.Lens
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Data.Text.Encoding
import qualified Data.Text.IO as T
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  hSetEncoding stdout utf8
  initial <- parseRequest "https://api.example.com/v1/catalogues/books/items"
  let request =
        setQueryString
          [
            ("q", Just (encodeUtf8 "café & crème")),
            ("tag", Just "cooking"),
            ("tag", Just "french"),
            ("limit", Just "10")
          ] $
        initial
          { redirectCount = 0
          , requestHeaders =
              [("X-Request-Id", "docs-0001")]
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
    responseBody response ^? key "items" . nth 0 . key "title" . _String

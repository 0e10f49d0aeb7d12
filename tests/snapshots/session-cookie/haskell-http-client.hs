-- Read a cart with a session cookie
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: SHOP_SESSION=... SHOP_DEVICE=... runghc session-cookie.hs
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
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Environment (getEnv)
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  hSetEncoding stdout utf8
  shopSession <- pack <$> getEnv "SHOP_SESSION"
  shopDevice <- pack <$> getEnv "SHOP_DEVICE"
  initial <- parseRequest "https://shop.example.com/cart"
  let request =
        setQueryString
          [("currency", Just "EUR")] $
        initial
          { redirectCount = 0
          , requestHeaders =
              [
                ("Cookie", encodeUtf8 ("session="
                  <> shopSession
                  <> "; device="
                  <> shopDevice
                  <> "; prefs=currency=EUR+tax/incl=="))
              ]
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
    responseBody response ^? key "items" . nth 0 . key "sku" . _String

{-# LANGUAGE LambdaCase #-}
-- | A cart and what is in it.
module Shop (Item (..), Priced (..), total, demo) where

import qualified Data.Map as Map
import Ledger (record, Entry)

data Item = Item
  { name :: String
  , price :: Double
  }
  deriving (Show, Eq)

newtype Cart = Cart [Item]

type Prices = Map.Map String Double

class Priced a where
  gross :: a -> Double
  describe :: a -> String
  describe = show . gross

instance Priced Item where
  gross item = roundUp (price item * tax)

tax :: Double
tax = 1.19

roundUp :: Double -> Double
roundUp value = fromIntegral (ceiling (value * 100)) / 100

add :: Item -> Cart -> Cart
add item (Cart items) = Cart (item : items)

total :: Cart -> Double
total (Cart items) = sumAll (map gross items)
  where
    sumAll = foldr plus 0
    plus a b = a + b

demo :: IO ()
demo = do
  let cart = add (Item "book" 12.5) (Cart [])
  record (total cart)
  putStrLn $ describe (Item "bag" 0)

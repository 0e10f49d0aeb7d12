"""The search of a directory: its words, and what it finds."""

import json

import pytest

from snippetgen.site import search
from snippetgen.site.cards import Card
from snippetgen.site.tokens import tokens, typed

WORDS = [
    ("createUser", ["create", "user", "createuser"]),
    ("HTTPServer2", ["http", "server2", "httpserver2"]),
    ("GET /chat/completions", ["get", "chat", "completions"]),
    ("阿里推理模型", ["阿里", "里推", "推理", "理模", "模型"]),
    ("模", ["模"]),
    ("用QwQ聊天", ["用", "qw", "q", "qwq", "聊天"]),
    ("Straße ÉTÉ", ["strasse", "été"]),
    ("\ufb01le \uff46\uff55\uff4c\uff4c", ["file", "full"]),
    ("snake_case-and.dots", ["snake", "case", "and", "dots"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_of_a_text(text, expected):
    """A text is taken apart into words, humps of camels, and pairs of Chinese characters."""
    assert expected == list(tokens(text))


def test_what_is_typed_is_not_taken_apart_at_humps():
    """A name that is typed stays whole, once, however often it is typed."""
    assert ["createuser", "模型"] == typed("createUser 模型 createUser")


def card(name, **given):
    texts = {"titles": {"en": name}, "summaries": {}, "categories": {}, "providers": {}}
    lists = {"tags": (), "params": (), "descriptions": ()}
    return Card(name, "GET", "/x", "api.example.com", **(texts | lists | given), deprecated=False, digest="1")


def found(cards, word):
    """The endpoints that the files name for words that begin like this, as the script of a page reads them."""
    made = search.files(cards)
    index = json.loads(made["search/index.json"])
    at = max(0, sum(first <= word for first in index["shards"]) - 1)
    names = {}
    for number in range(at, len(index["shards"])):
        for one, flat in json.loads(made[f"search/{number}.json"]).items():
            if one.startswith(word):
                for doc, weight in zip(flat[::2], flat[1::2], strict=True):
                    names[cards[doc].name] = max(names.get(cards[doc].name, 0), weight)
    return names


def test_a_word_counts_by_where_it_stands():
    """A title counts more than a tag, a parameter or a description."""
    cards = [
        card("a", titles={"en": "weather"}),
        card("b", tags=("weather",)),
        card("c", params=("weather",)),
        card("d", descriptions=("the weather today",)),
        card("e"),
    ]
    assert {"a": 8, "b": 4, "c": 3, "d": 1} == found(cards, "weath")


def test_a_large_index_is_in_shards():
    """Words are spread over several files, each begins with the word that the index names, and all are found."""
    cards = [card(f"name{number}", titles={"en": f"title{number} 模型{chr(0x4E00 + number)}"}) for number in range(4000)]
    made = search.files(cards)
    index = json.loads(made["search/index.json"])
    firsts = [next(iter(json.loads(made[f"search/{at}.json"]))) for at in range(len(index["shards"]))]
    assert (firsts, True) == (index["shards"], len(firsts) > 3)
    assert {"name3999": 8} == found(cards, "title3999")


def test_the_order_of_words_is_that_of_the_script():
    """Characters beyond the first plane come where JavaScript's order of UTF-16 has them."""
    cards = [card("a", titles={"en": "\U00020000 ｱ \ufa11"})]
    words = list(json.loads(search.files(cards)["search/0.json"]))
    assert words == sorted(words, key=lambda one: one.encode("utf-16-be"))


def test_a_word_of_everybody_names_the_best():
    """Of a word that very many endpoints have, the shard names no more than MOST, the best ones."""
    cards = [card(f"n{number}", descriptions=("common",)) for number in range(search.MOST + 50)]
    cards.append(card("best", titles={"en": "common"}))
    names = found(cards, "common")
    assert (search.MOST, True) == (len(names), "best" in names)

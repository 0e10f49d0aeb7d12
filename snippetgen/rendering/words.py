"""The words of our own in a program, by locale: how to run it, what it says when it fails, and its steps."""

from __future__ import annotations

from typing import NamedTuple


class Steps(NamedTuple):
    """The steps of a program, each as the comment above it: `{{ step.send }}`, alone on its line."""

    key: str
    form: str
    url: str
    headers: str
    body: str
    send: str
    check: str
    print: str
    read: str


class Words(NamedTuple):
    """The words of one locale.

    Attributes:
        install: what stands before the commands that install what a program needs.
        run: what stands before the command that runs it.
        open: what stands before the name of a file that its reader opens: a page.
        send: what the button of a page says.
        is_not_set: what stands behind the name of a variable that is missing.
        stream_ended: what a program says when a stream breaks off.
        answer_ended: what it says when an answer does.
        steps: its comments.
    """

    install: str
    run: str
    open: str
    send: str
    is_not_set: str
    stream_ended: str
    answer_ended: str
    steps: Steps


_EN = Words(
    install="Install: ",
    run="Run: ",
    open="Open in a browser: ",
    send="Send",
    is_not_set=" is not set",
    stream_ended="The stream ended unexpectedly.",
    answer_ended="The answer ended unexpectedly.",
    steps=Steps(
        key="Read the key from the environment",
        form="Read the key from the form",
        url="Set the address and the query parameters",
        headers="Set the headers",
        body="Set the body",
        send="Send the request",
        check="Stop if the server reports an error",
        print="Print the answer",
        read="Print the answer piece by piece, as it arrives",
    ),
)
_ZH = Words(
    install="安装：",  # noqa: RUF001 - Chinese has colons of its own
    run="运行：",  # noqa: RUF001
    open="在浏览器中打开：",  # noqa: RUF001
    send="发送",
    is_not_set=" 未设置",
    stream_ended="数据流意外中断。",
    answer_ended="响应内容不完整。",
    steps=Steps(
        key="从环境变量读取密钥",
        form="从表单读取密钥",
        url="设置请求地址和查询参数",
        headers="设置请求头",
        body="设置请求体",
        send="发送请求",
        check="服务器返回错误时停止",
        print="输出结果",
        read="逐段输出结果",
    ),
)
LOCALES = {"en": _EN, "zh": _ZH}
"""Locale -> our words in it."""


def words_of(locale: str) -> Words:
    """The words in a locale, else in its language, else in English."""
    return LOCALES.get(locale) or LOCALES.get(locale.partition("-")[0]) or _EN

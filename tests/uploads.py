"""An application with every kind of parameter and upload that FastAPI knows; each operation answers with what it got."""

from datetime import date
from enum import Enum
from typing import Annotated, Any
from uuid import UUID

from fastapi import Body, Cookie, FastAPI, File, Form, Header, Path, Query, UploadFile
from pydantic import BaseModel, Field

app = FastAPI(separate_input_output_schemas=False)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Item(BaseModel):
    name: str = Field(examples=["Lamp"])
    price: float = Field(gt=0, examples=[9.5])
    tags: list[str] = Field(default=[], examples=[["new"]])
    colour: Colour = Colour.RED


class Login(BaseModel):
    username: str = Field(examples=["ada"])
    remember: bool = Field(examples=[True])


class Search(BaseModel):
    q: str = Field(examples=["a b&c"])
    limit: int = Field(ge=1, le=10)


def names(files: Any) -> Any:
    return [one.filename for one in files] if isinstance(files, list) else files and files.filename


@app.post("/one-file")
async def one_file(file: UploadFile) -> Any:
    return [names(file), len(await file.read())]


@app.post("/optional-file")
async def optional_file(file: UploadFile | None = None) -> Any:
    return names(file)


@app.post("/nullable-file")
async def nullable_file(file: UploadFile | None) -> Any:
    return names(file)


@app.post("/file-beside-optional-file")
async def file_beside_optional_file(file: UploadFile, extra: UploadFile | None = None) -> Any:
    return [names(file), names(extra)]


@app.post("/files")
async def many_files(files: list[UploadFile]) -> Any:
    return names(files)


@app.post("/nullable-files")
async def nullable_files(files: list[UploadFile] | None) -> Any:
    return names(files)


@app.post("/bytes")
async def as_bytes(file: Annotated[bytes, File()]) -> Any:
    return len(file)


@app.post("/file-and-form")
async def file_and_form(file: UploadFile, note: Annotated[str, Form(examples=["hi"])], count: Annotated[int, Form()]) -> Any:
    return [names(file), note, count]


@app.post("/file-and-optional-form")
async def file_and_optional_form(file: UploadFile, note: Annotated[str | None, Form()] = None) -> Any:
    return [names(file), note]


@app.post("/form")
async def form(user: Annotated[str, Form(examples=["ada"])], age: Annotated[int, Form(ge=18)], ok: Annotated[bool, Form()]) -> Any:
    return [user, age, ok]


@app.post("/form-list")
async def form_list(tags: Annotated[list[str], Form(examples=[["a b", "c&d"]])]) -> Any:
    return tags


@app.post("/form-model")
async def form_model(data: Annotated[Login, Form()]) -> Any:
    return data


@app.get("/query-model")
async def query_model(data: Annotated[Search, Query()]) -> Any:
    return data


@app.get("/query-list")
async def query_list(ids: Annotated[list[int], Query(examples=[[1, 2]])], q: str | None = None) -> Any:
    return [ids, q]


@app.get("/types/{when}/{key}")
async def types(when: Annotated[date, Path()], key: UUID, colour: Colour, ratio: Annotated[float, Query(gt=0, lt=1)]) -> Any:
    return [when, key, colour, ratio]


@app.get("/headers")
async def headers(x_trace: Annotated[str, Header(examples=["t-1"])], x_many: Annotated[list[str], Header(examples=[["a", "b"]])]) -> Any:
    return [x_trace, x_many]


@app.get("/cookies")
async def cookies(theme: Annotated[str, Cookie(examples=["dark"])]) -> Any:
    return theme


@app.get("/files/{path:path}")
async def a_path(path: Annotated[str, Path(examples=["a b.txt"])]) -> Any:
    return path


@app.post("/item")
async def item(item: Item) -> Any:
    return item


@app.put("/items/{name}")
async def two_bodies(name: Annotated[str, Path(examples=["p"])], item: Item, importance: Annotated[int, Body(gt=0)]) -> Any:
    return [name, item, importance]


@app.post("/list")
async def a_list(items: list[Item]) -> Any:
    return items


@app.post("/optional-body")
async def optional_body(item: Item | None = None) -> Any:
    return item


@app.post("/mapping")
async def mapping(weights: Annotated[dict[str, float], Body(examples=[{"a": 0.5}])]) -> Any:
    return weights


@app.post("/scalar")
async def scalar(number: Annotated[int, Body(examples=[7])]) -> Any:
    return number

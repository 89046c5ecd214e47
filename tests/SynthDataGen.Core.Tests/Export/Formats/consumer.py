"""Loads a dataset as its consumer does, checks the documented format key by key, and prints what each row says as JSON.

Usage: consumer.py FORMAT FILE
"""

import csv
import json
import sys

PROVENANCE = {
    "pair": str, "version": int, "document": str, "sha256": str, "revision": str, "page": int, "headingPath": str, "evidence": list,
    "recipe": str, "generator": str, "model": str, "template": str, "templateVersion": str, "run": str, "status": str,
    "decidedBy": str, "decidedAt": str,
}
EVIDENCE = {"quote": str, "start": int, "end": int, "page": int, "match": str}


def check(value, schema, optional=()):
    """An object with exactly these keys, each of its type: what Arrow needs of every row, and a strict reader of any."""
    assert isinstance(value, dict), value
    assert set(schema) - set(optional) <= set(value) <= set(schema), sorted(value)
    for key, item in value.items():
        assert type(item) is schema[key], (key, item)
    return value


def provenance(row):
    found = check(row["provenance"], PROVENANCE)
    for evidence in found["evidence"]:
        check(evidence, EVIDENCE)
    return found


def array(path):
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    assert isinstance(rows, list)
    return rows


def lines(path):
    """Split as str.splitlines does, which knows more line ends than a file has: no text may hold one raw."""
    with open(path, encoding="utf-8", newline="") as file:
        return [json.loads(line) for line in file.read().splitlines()]


def messages(row, key, role, content, user, assistant):
    said = row[key]
    for message in said:
        check(message, {role: str, content: str})
    roles = [message[role] for message in said]
    assert roles in ([user, assistant], ["system", user, assistant]), roles
    return {
        "question": said[-2][content],
        "answer": said[-1][content],
        "system": said[0][content] if len(said) == 3 else None,
    }


def alpaca(row):
    check(row, {"instruction": str, "input": str, "output": str, "system": str, "provenance": dict}, ["system"])
    assert row["input"] == ""
    return {"question": row["instruction"], "answer": row["output"], "system": row.get("system"), "provenance": provenance(row)}


def sharegpt(row):
    check(row, {"id": str, "conversations": list, "provenance": dict})
    return messages(row, "conversations", "from", "value", "human", "gpt") | {"provenance": provenance(row)}


def openai(row):
    """The checks of the fine-tuning endpoint: no other keys, known roles, an assistant message, no empty content."""
    check(row, {"messages": list})
    assert row["messages"] and any(message["role"] == "assistant" for message in row["messages"])
    assert all(message["content"].strip() for message in row["messages"])
    return messages(row, "messages", "role", "content", "user", "assistant")


def prompt_completion(row):
    check(row, {"prompt": str, "completion": str, "provenance": dict})
    return {"question": row["prompt"], "answer": row["completion"], "provenance": provenance(row)}


def dpo(row):
    check(row, {"prompt": str, "chosen": str, "rejected": str, "provenance": dict})
    return {"question": row["prompt"], "answer": row["chosen"], "rejected": row["rejected"], "provenance": provenance(row)}


def kto(row):
    check(row, {"prompt": str, "completion": str, "label": bool, "provenance": dict})
    return {"question": row["prompt"], "answer": row["completion"], "label": row["label"], "provenance": provenance(row)}


def raft(row):
    check(row, {
        "id": str, "type": str, "question": str, "context": dict, "oracle_context": str, "answer": str, "cot_answer": str,
        "instruction": str, "provenance": dict,
    })
    check(row["context"], {"title": list, "sentences": list})
    [titles], [documents] = row["context"]["title"], row["context"]["sentences"]
    assert len(titles) == len(documents)
    assert row["instruction"] == "".join(f"<DOCUMENT>{text}</DOCUMENT>\n" for text in documents) + row["question"]
    assert row["cot_answer"].endswith("<ANSWER>: " + row["answer"])
    return {
        "question": row["question"], "answer": row["answer"], "oracle": row["oracle_context"], "documents": documents,
        "reasoned": row["cot_answer"], "provenance": provenance(row),
    }


def squad_answer(context, text, start):
    assert text and context[start:start + len(text)] == text, (start, text)
    return {"found": text, "start": start}


def squad(path):
    """SQuAD 2.0 as its evaluation script walks it."""
    with open(path, encoding="utf-8") as file:
        dataset = check(json.load(file), {"version": str, "data": list})
    assert dataset["version"] == "v2.0"
    for article in dataset["data"]:
        check(article, {"title": str, "paragraphs": list})
        for paragraph in article["paragraphs"]:
            check(paragraph, {"context": str, "qas": list})
            assert paragraph["qas"]
            for qa in paragraph["qas"]:
                check(qa, {"id": str, "question": str, "answers": list, "is_impossible": bool, "provenance": dict})
                assert qa["is_impossible"] == (not qa["answers"])
                row = {"question": qa["question"], "context": paragraph["context"], "title": article["title"], "provenance": provenance(qa)}
                for answer in qa["answers"]:
                    check(answer, {"text": str, "answer_start": int})
                    row |= squad_answer(paragraph["context"], answer["text"], answer["answer_start"])
                yield row


def squad_rows(row):
    """The flat rows that run_qa.py of transformers takes."""
    check(row, {"id": str, "title": str, "context": str, "question": str, "answers": dict, "provenance": dict})
    check(row["answers"], {"text": list, "answer_start": list})
    found = {"question": row["question"], "context": row["context"], "title": row["title"], "provenance": provenance(row)}
    for text, start in zip(row["answers"]["text"], row["answers"]["answer_start"], strict=True):
        found |= squad_answer(row["context"], text, start)
    return found


def cell(text):
    """Takes the apostrophe off that keeps a spreadsheet from running a cell, and sees that none was forgotten."""
    assert not text or text[0] not in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20", text
    return text.removeprefix("'")


def table(path):
    csv.field_size_limit(sys.maxsize)
    with open(path, encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, strict=True)
    assert all(len(row) == len(head) for row in rows)
    return [dict(zip(map(cell, head), map(cell, row))) for row in rows]


def document(path):
    with open(path, encoding="utf-8") as file:
        whole = check(json.load(file), {"workspace": str, "count": int, "pairs": list})
    assert whole["count"] == len(whole["pairs"])
    return [pair | {"document": pair["provenance"]["documentKey"]} for pair in whole["pairs"]]


def sidecar(row):
    check(row, {"row": str, "part": str} | PROVENANCE)
    return row


READERS = {
    "json": document,
    "jsonl": lines,
    "csv": table,
    "alpaca": lambda path: [alpaca(row) for row in array(path)],
    "alpaca-lines": lambda path: [alpaca(row) for row in lines(path)],
    "sharegpt": lambda path: [sharegpt(row) for row in array(path)],
    "sharegpt-lines": lambda path: [sharegpt(row) for row in lines(path)],
    "openai": lambda path: [openai(row) for row in lines(path)],
    "prompt-completion": lambda path: [prompt_completion(row) for row in lines(path)],
    "dpo": lambda path: [dpo(row) for row in lines(path)],
    "kto": lambda path: [kto(row) for row in lines(path)],
    "raft": lambda path: [raft(row) for row in lines(path)],
    "squad": lambda path: list(squad(path)),
    "squad-lines": lambda path: [squad_rows(row) for row in lines(path)],
    "provenance": lambda path: [sidecar(row) for row in lines(path)],
}

json.dump(READERS[sys.argv[1]](sys.argv[2]), sys.stdout)

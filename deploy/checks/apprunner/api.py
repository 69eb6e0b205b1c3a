"""The HTTP side: App Runner's JSON protocol, as the aws CLI speaks it."""

import asyncio
import json

from .service import ApiError, Service


class Api:
    """Answers the calls that scripts/deploy-service makes, and remembers what was changed."""

    def __init__(self, services: list[Service]) -> None:
        self._services = services
        self.updates: list[dict] = []

    async def start(self, port: int) -> None:
        """Begins to listen."""
        await asyncio.start_server(self._serve, "127.0.0.1", port)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readline()
            headers = {}
            while line := (await reader.readline()).strip():
                name, _, value = line.decode().partition(":")
                headers[name.lower()] = value.strip()
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            status, answer = self._answer(headers.get("x-amz-target", ""), json.loads(body or b"{}"))
        except (ValueError, asyncio.IncompleteReadError):
            status, answer = 400, {"__type": "InvalidRequestException"}
        text = json.dumps(answer).encode()
        writer.write(b"HTTP/1.1 %d OK\r\nContent-Type: application/x-amz-json-1.0\r\n"
                     b"Content-Length: %d\r\nConnection: close\r\n\r\n%s" % (status, len(text), text))
        await writer.drain()
        writer.close()

    def _answer(self, target: str, body: dict) -> tuple[int, dict]:
        calls = {"AppRunner.ListServices": self._list, "AppRunner.DescribeService": self._describe,
                 "AppRunner.ListOperations": self._operations, "AppRunner.UpdateService": self._update}
        try:
            if target not in calls:
                raise ApiError("InvalidAction", f"not emulated: {target}")
            return 200, calls[target](body)
        except ApiError as error:
            return 400, {"__type": error.name, "Message": str(error)}

    def _list(self, _body: dict) -> dict:
        fields = ("ServiceName", "ServiceId", "ServiceArn", "ServiceUrl", "CreatedAt", "UpdatedAt", "Status")
        return {"ServiceSummaryList": [
            {field: service.describe()[field] for field in fields} for service in self._services]}

    def _describe(self, body: dict) -> dict:
        return {"Service": self._service(body).describe()}

    def _operations(self, body: dict) -> dict:
        return {"OperationSummaryList": self._service(body).operations}

    def _update(self, body: dict) -> dict:
        service = self._service(body)
        if unknown := set(body) - {"ServiceArn", "SourceConfiguration"}:
            raise ApiError("InvalidRequestException", f"not emulated: {unknown}")
        operation = service.begin("UPDATE_SERVICE", body["SourceConfiguration"])
        self.updates.append(body)
        return {"OperationId": operation, "Service": service.describe()}

    def _service(self, body: dict) -> Service:
        for service in self._services:
            if service.arn == body.get("ServiceArn"):
                return service
        raise ApiError("ResourceNotFoundException", "no such service")

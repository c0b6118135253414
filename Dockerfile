# onrecord in a container: docker build -t onrecord . && docker run --rm -v "$PWD":/data onrecord demo
FROM python:3.12-slim AS build
WORKDIR /source
COPY requirements.lock pyproject.toml README.md LICENSE NOTICE ./
COPY src src
RUN python -m venv /opt/onrecord \
    && /opt/onrecord/bin/python -m pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock \
    && /opt/onrecord/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
COPY --from=build /opt/onrecord /opt/onrecord
ENV PATH=/opt/onrecord/bin:$PATH PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --create-home reader
USER reader
WORKDIR /data
ENTRYPOINT ["onrecord"]
CMD ["--help"]

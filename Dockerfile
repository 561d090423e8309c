# docker build -t gst-portal-simulator .
# docker run -p 1707:1707 -e PORTAL_CONTROL_TOKEN=… gst-portal-simulator
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm pack --pack-destination /tmp

FROM node:22-slim
COPY --from=build /tmp/gst-portal-simulator-*.tgz /tmp/
RUN npm install --global --ignore-scripts --no-audit --no-fund /tmp/*.tgz && rm /tmp/*.tgz
USER node
EXPOSE 1707
# It listens for other machines, so it wants PORTAL_CONTROL_TOKEN and does not start without.
ENV PORTAL_HOST=0.0.0.0 PORTAL_ALLOW_REMOTE=1
HEALTHCHECK --interval=10s --timeout=3s --start-period=2s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORTAL_PORT ?? 1707}/__simulator/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["gst-portal-simulator"]

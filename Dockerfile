FROM node:22-bookworm-slim AS build
WORKDIR /shop
COPY package.json package-lock.json ./
COPY app/commands/setup.mjs app/commands/setup.mjs
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node --import tsx --input-type=module -e 'const { buildWhenChanged } = await import("#app/commands/build.ts"); await buildWhenChanged();'

FROM node:22-bookworm-slim
WORKDIR /shop
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=build --chown=node:node /shop /shop
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=180s \
  CMD node -e 'fetch("http://127.0.0.1:" + (process.env.PORT || 3000) + "/readyz").then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))'
CMD ["node", "--v8-pool-size=1", "app/commands/start.mjs"]

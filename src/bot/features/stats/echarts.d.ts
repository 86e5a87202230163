// The one-file build of ECharts has no types of its own.
declare module "echarts/dist/echarts.esm.min" {
  export * from "echarts";
}

import type { Chrome } from "./edition.ts";

/**
 * What is round today's pages (facts: portal §4.4 and §8, confidence A). The addresses of
 * what lies outside this project are a choice, as are the footer's links.
 */
export const chrome2026: Chrome = {
  subtitle: "Government of India, States and Union Territories",
  textTools: true,
  entryLinks: [
    { label: "Register", href: "/registration" },
    { label: "Login", href: "/services/login" },
  ],
  menu: [
    {
      label: "Services",
      href: "/services/quicklinks",
      items: [
        { label: "Registration", href: "/services/quicklinks/registration" },
        { label: "Ledgers", href: "/services/quicklinks/ledgers" },
        { label: "Returns", href: "/services/quicklinks/returns" },
        { label: "Payments", href: "/services/quicklinks/payments" },
        { label: "User Services", href: "/services/quicklinks/userservices" },
        { label: "Refunds", href: "/services/quicklinks/refunds" },
        { label: "e-Way Bill System", href: "/services/quicklinks/ewaybill" },
        { label: "Track Application Status", href: "/services/arnstatus" },
      ],
    },
    { label: "GST Law", href: "/gstlaw" },
    { label: "Downloads", href: "/download" },
    { label: "Search Taxpayer", href: "/services/searchtp" },
    { label: "Help and Taxpayer Facilities", href: "/help" },
    { label: "e-Invoice", href: "/einvoice" },
    { label: "News and Updates", href: "/newsandupdates" },
  ],
  footer: [
    {
      heading: "About GST",
      links: [
        { label: "GST Council", href: "/about/council" },
        { label: "GST History", href: "/about/history" },
      ],
    },
    {
      heading: "Website Policies",
      links: [
        { label: "Website Policy", href: "/policies/website" },
        { label: "Terms and Conditions", href: "/policies/terms" },
        { label: "Hyperlink Policy", href: "/policies/hyperlink" },
        { label: "Disclaimer", href: "/policies/disclaimer" },
      ],
    },
    {
      heading: "Related Sites",
      links: [
        { label: "State Tax Websites", href: "/related/states" },
        { label: "National Portal", href: "/related/national" },
      ],
    },
    {
      heading: "Help and Taxpayer Facilities",
      links: [
        { label: "System Requirements", href: "/help/system" },
        { label: "User Manuals, Videos and FAQs", href: "/help/manuals" },
      ],
    },
    {
      heading: "Contact Us",
      links: [
        { label: "Help Desk Number: 1800-103-4786", href: "/contact" },
        { label: "Grievance Redressal Portal", href: "/contact/grievance" },
      ],
    },
  ],
  footerLines: [
    "© 2026-27 Goods and Services Tax Network",
    "Site Last Updated on 05-05-2026",
    "Designed & Developed by GSTN",
    "Site best viewed at 1024 x 768 resolution in Microsoft Edge, Google Chrome 49+, Firefox 45+ and Safari 6+",
  ],
};
